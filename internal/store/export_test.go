package store

// MigrateFile migrates a SQLite file by other migrations than the program's.
var MigrateFile = migrateFile
