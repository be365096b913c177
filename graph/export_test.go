package graph

// Paced lets pace hold up a sequence.
var Paced = paced[int]

// Stream turns a sequence into the channel that a subscription sends from.
var Stream = stream[int]
