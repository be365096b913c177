package auth

// ParsePHC reads a stored hash: memory, time and threads.
func ParsePHC(phc string) (memory, time uint32, threads uint8, salt, key []byte, err error) {
	how, salt, key, err := parsePHC(phc)
	return how.memory, how.time, how.threads, salt, key, err
}

// Guessable tells whether a password is among those that are tried first.
var Guessable = guessable
