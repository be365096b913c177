package problem

import "fmt"

// Wrap says what was being done when err happened; it is nil if err is.
func Wrap(verb string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", verb, err)
	}
	return nil
}
