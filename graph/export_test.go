package graph

// Stream turns a sequence into the channel that a subscription sends from.
var Stream = stream[int]
