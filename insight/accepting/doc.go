// Package accepting lets matching weigh creators by the learned acceptance (package acceptance) in place of its own plain
// rate: it lays the results that creators are matched by out as the model reads them, and follows their changes.
package accepting
