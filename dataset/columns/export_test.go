package columns

import "github.com/creatorgraph/creatorgraph/dataset"

// Keep is what the set does with refused rows.
func Keep(a *Applied, dir string, refused []dataset.Position) error { return a.keep(dir, refused) }
