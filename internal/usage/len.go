package usage

// Len is how many lines there are so far.
func (c *Counter) Len() int { return len(c.minutes) }
