// Package web holds the pages the server shows, built from src/ by make web.
package web

import "embed"

// Dist is what the build made; it holds only dist/.keep as long as nothing was built.
//
//go:embed all:dist
var Dist embed.FS
