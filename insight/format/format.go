// Package format formats numbers for the sentences of reasons, in Chinese and in English.
package format

import (
	"math"
	"strconv"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Percent writes a share, 0 to 1, in parts per hundred.
func Percent(share float64) string {
	return strconv.FormatFloat(100*min(math.Max(share, 0), 1), 'f', 0, 64) + " %"
}

// Number writes a number in English.
func Number(n int64) string {
	if n == insight.Unknown {
		return "unknown"
	}
	return strconv.FormatInt(n, 10)
}

// TenThousands writes a number as Chinese does, in 万 from ten thousand on.
func TenThousands(n int64) string {
	switch {
	case n == insight.Unknown:
		return "未知"
	case n >= 10_000:
		return strconv.FormatFloat(float64(n)/10_000, 'f', 1, 64) + " 万"
	}
	return strconv.FormatInt(n, 10)
}

// Yuan writes a price in fen as whole yuan.
func Yuan(fen int64) string {
	if fen == insight.Unknown {
		return "?"
	}
	return strconv.FormatInt(fen/100, 10)
}
