// Package ent is what is stored and who owns it. The schema under schema/ and
// the migrations under migrate/ are written by hand; the rest is generated.
package ent

//go:generate go run entc.go
