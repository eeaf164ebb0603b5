package dataset

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset/limit"
)

// listSeparator separates the elements of a list within a cell.
const listSeparator = limit.ListSeparator

// appendCell writes a value as the text of a cell, without quoting. Unknown is nil.
func appendCell(b []byte, c Column, value any) ([]byte, error) {
	switch v := value.(type) {
	case nil:
		return b, nil
	case string:
		if c.isText() {
			return append(b, v...), nil
		}
	case []string:
		if c.isList() {
			return appendList(b, c, v)
		}
	case int64:
		if c.isNumber() {
			return strconv.AppendInt(b, v, 10), nil
		}
	case int:
		if c.isNumber() {
			return strconv.AppendInt(b, int64(v), 10), nil
		}
	case float64:
		if c.Kind == Share {
			return strconv.AppendFloat(b, v, 'f', -1, 64), nil
		}
	case bool:
		if c.Kind == Flag {
			return strconv.AppendBool(b, v), nil
		}
	case time.Time:
		switch c.Kind {
		case Date:
			return v.AppendFormat(b, time.DateOnly), nil
		case Instant:
			return v.UTC().AppendFormat(b, time.RFC3339Nano), nil
		}
	}
	return b, fmt.Errorf("column %s: %v (%T) cannot be written there", c.Name, value, value)
}

func appendList(b []byte, c Column, list []string) ([]byte, error) {
	for i, element := range list {
		if element == "" || strings.Contains(element, listSeparator) {
			return b, fmt.Errorf("column %s: %q cannot be an element of a list: "+
				"it is empty or holds the separator %s", c.Name, element, listSeparator)
		}
		if i > 0 {
			b = append(b, listSeparator...)
		}
		b = append(b, element...)
	}
	return b, nil
}

func (c Column) isText() bool {
	switch c.Kind {
	case Text, Key, Ref, MemberOf, Choice:
		return true
	}
	return false
}

func (c Column) isList() bool {
	return c.Kind == Refs || c.Kind == Words || c.Kind == Choices
}

func (c Column) isNumber() bool { return c.Kind == Count || c.Kind == Money }
