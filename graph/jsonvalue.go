package graph

import (
	"encoding/base64"
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// jsonValue turns a value as the driver gives it into what JSON has:
//
//	whole numbers beyond ±(2^53 - 1)     texts of digits
//	NaN, infinities                      null
//	dates, times, instants, durations    texts in ISO 8601
//	bytes                                base64
//	points                               {srid, x, y, z}
//	nodes                                {id, labels, key, properties}
//	relationships                        {id, type, start, end, properties}, the ends by their nodes' ids
//	paths                                {nodes, relationships}
//
// Of the properties of a node or relationship those are given that the import format tells (see modelled); properties(n)
// and n {.*} are maps, in which all of them stand. Lists and maps keep their form. From room it takes about as many bytes as the value has in JSON.
func jsonValue(value any, room *int) any {
	switch v := value.(type) {
	case nil, bool:
		*room -= 5
		return v
	case int64:
		*room -= 8
		if v > compile.MaxSafe || v < -compile.MaxSafe {
			return strconv.FormatInt(v, 10)
		}
		return v
	case float64:
		*room -= 8
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil
		}
		return v
	case string:
		*room -= len(v) + 2
		return v
	case []byte:
		return jsonValue(base64.StdEncoding.EncodeToString(v), room)
	case []any:
		return jsonList(v, room)
	case map[string]any:
		return jsonMap(v, room)
	}
	if entity := jsonEntity(value, room); entity != nil {
		return entity
	}
	return jsonValue(jsonText(value), room)
}

func jsonList(list []any, room *int) []any {
	items := make([]any, 0, min(len(list), 1024))
	for _, item := range list {
		if *room < 0 {
			break // the row is not given anyway
		}
		items = append(items, jsonValue(item, room))
	}
	return items
}

func jsonMap(values map[string]any, room *int) map[string]any {
	made := make(map[string]any, len(values))
	for key, value := range values {
		*room -= len(key) + 4
		made[key] = jsonValue(value, room)
	}
	return made
}

// jsonEntity gives nil for what is no part of a graph and no point.
func jsonEntity(value any, room *int) any {
	switch v := value.(type) {
	case neo4j.Node:
		return jsonMap(map[string]any{"id": v.ElementId, "labels": texts(v.Labels), "key": v.Props["key"],
			"properties": publicProperties(v.Props, modelled.labels, v.Labels...)}, room)
	case neo4j.Relationship:
		return jsonMap(map[string]any{"id": v.ElementId, "type": v.Type, "start": v.StartElementId,
			"end": v.EndElementId, "properties": publicProperties(v.Props, modelled.types, v.Type)}, room)
	case neo4j.Path:
		return jsonMap(map[string]any{"nodes": listOf(v.Nodes), "relationships": listOf(v.Relationships)}, room)
	case dbtype.Point2D:
		return jsonMap(map[string]any{"srid": int64(v.SpatialRefId), "x": v.X, "y": v.Y}, room)
	case dbtype.Point3D:
		return jsonMap(map[string]any{"srid": int64(v.SpatialRefId), "x": v.X, "y": v.Y, "z": v.Z}, room)
	}
	return nil
}

func texts(list []string) []any {
	items := make([]any, len(list))
	for i, s := range list {
		items[i] = s
	}
	return items
}

// jsonText writes times as ISO 8601 has them, and whatever a later Neo4j adds as Go shows it.
func jsonText(value any) string {
	switch v := value.(type) {
	case time.Time:
		return v.Format(time.RFC3339Nano)
	case dbtype.Date:
		return time.Time(v).Format(time.DateOnly)
	case dbtype.LocalTime:
		return time.Time(v).Format("15:04:05.999999999")
	case dbtype.Time:
		return time.Time(v).Format("15:04:05.999999999Z07:00")
	case dbtype.LocalDateTime:
		return time.Time(v).Format("2006-01-02T15:04:05.999999999")
	}
	return fmt.Sprint(value)
}

func listOf[T any](items []T) []any {
	list := make([]any, len(items))
	for i, item := range items {
		list[i] = item
	}
	return list
}
