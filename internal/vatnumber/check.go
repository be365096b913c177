package vatnumber

import "strings"

// Each check gets a body that has the form of its country.

// digit is the value of one at a place.
func digit(s string, at int) int { return int(s[at] - '0') }

// number is the value of some digits.
func number(s string) (n int) {
	for at := range s {
		n = n*10 + digit(s, at)
	}
	return n
}

// weighted sums the first digits, each times its weight.
func weighted(s string, weights ...int) (sum int) {
	for at, w := range weights {
		sum += w * digit(s, at)
	}
	return sum
}

// sums is the check of countries in which the weighted sum of all digits, the check digit
// among them, leaves a fixed remainder.
func sums(modulus, rest int, weights ...int) func(string) bool {
	return func(s string) bool { return weighted(s, weights...)%modulus == rest }
}

// last is the check digit at the end.
func last(s string) int { return digit(s, len(s)-1) }

// luhn is the sum by Luhn's algorithm, which is a multiple of 10.
func luhn(s string) bool {
	sum := 0
	for at := range s {
		d := digit(s, len(s)-1-at)
		if at%2 == 1 {
			d = d*2/10 + d*2%10
		}
		sum += d
	}
	return sum%10 == 0
}

// mod11x10 is ISO 7064, MOD 11,10: Germany, Croatia.
func mod11x10(s string) bool {
	p := 10
	for at := range len(s) - 1 {
		n := (digit(s, at) + p) % 10
		if n == 0 {
			n = 10
		}
		p = 2 * n % 11
	}
	return (11-p)%10 == last(s)
}

func austria(s string) bool {
	sum := 4
	for at := range 7 {
		d := digit(s, at+1)
		if at%2 == 1 {
			d = d*2/10 + d*2%10
		}
		sum += d
	}
	return (10-sum%10)%10 == last(s)
}

func belgium(s string) bool {
	n := number(s)
	return n > 99 && 97-n/100%97 == n%100
}

func bulgaria(s string) bool {
	if len(s) == 9 {
		rest := weighted(s, 1, 2, 3, 4, 5, 6, 7, 8) % 11
		if rest == 10 {
			rest = weighted(s, 3, 4, 5, 6, 7, 8, 9, 10) % 11
		}
		return rest%10 == last(s)
	}
	// Citizens, foreigners, and others.
	return weighted(s, 2, 4, 8, 5, 10, 9, 7, 3, 6)%11%10 == last(s) ||
		weighted(s, 21, 19, 17, 13, 11, 9, 7, 3, 1)%10 == last(s) ||
		(11-weighted(s, 4, 3, 2, 7, 6, 5, 4, 3, 2)%11)%11 == last(s)
}

func cyprus(s string) bool {
	if strings.HasPrefix(s, "12") {
		return false
	}
	odd, sum := [...]int{1, 0, 5, 7, 9, 13, 15, 17, 19, 21}, 0
	for at := range 8 {
		if at%2 == 0 {
			sum += odd[digit(s, at)]
		} else {
			sum += digit(s, at)
		}
	}
	return byte('A'+sum%26) == s[8]
}

func czechia(s string) bool {
	switch {
	case len(s) == 8:
		check := (11 - weighted(s, 8, 7, 6, 5, 4, 3, 2)%11) % 11
		if check == 0 {
			check = 1
		}
		return s[0] != '9' && check%10 == last(s)
	case len(s) == 9 && s[0] == '6':
		check := (11 - weighted(s[1:], 8, 7, 6, 5, 4, 3, 2)%11) % 11
		return "88765432109"[check] == s[8]
	case len(s) == 9: // a birth number from before 1954 has no check digit
		return birth(s)
	}
	return birth(s) && number(s[:9])%11%10 == last(s)
}

// birth reports whether a Czech number can be one of a person, which begins with the
// date of birth.
func birth(s string) bool {
	month, day := number(s[2:4]), number(s[4:6])
	if len(s) == 9 && number(s[:2]) > 53 {
		return false
	}
	month %= 50 // of women
	if len(s) == 10 && month > 20 {
		month -= 20 // where the numbers of a day were used up
	}
	return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

// letters of Spanish persons, by the rest of their number.
const persons = "TRWAGMYFPDXBNJZSQVHLCKE"

func spain(s string) bool {
	first, middle, end := s[0], s[1:8], s[8]
	switch {
	case first >= '0' && first <= '9':
		return persons[number(s[:8])%23] == end
	case strings.IndexByte("XYZ", first) >= 0: // foreigners
		return persons[(strings.IndexByte("XYZ", first)*10_000_000+number(middle))%23] == end
	case strings.IndexByte("KLM", first) >= 0:
		return persons[number(middle)%23] == end
	case strings.IndexByte("ABCDEFGHJNPQRSUVW", first) < 0:
		return false
	}
	check := 0
	for !luhn(middle + string(rune('0'+check))) {
		check++
	}
	isDigit, isLetter := byte('0'+check) == end, "JABCDEFGHI"[check] == end
	switch {
	case strings.IndexByte("ABEH", first) >= 0:
		return isDigit
	case strings.IndexByte("NPQRSW", first) >= 0:
		return isLetter
	}
	return isDigit || isLetter
}

func france(s string) bool {
	siren := s[2:]
	if !strings.HasPrefix(siren, "000") && !luhn(siren) { // those of Monaco begin with zeros
		return false
	}
	if isDigit(s[0]) && isDigit(s[1]) {
		return (number(siren)*100+12)%97 == number(s[:2])
	}
	const alphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
	first, second := strings.IndexByte(alphabet, s[0]), strings.IndexByte(alphabet, s[1])
	key := first*34 + second - 100
	if isDigit(s[0]) {
		key = first*24 + second - 10
	}
	return (number(siren)+1+key/11)%11 == key%11
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func greece(s string) bool {
	s = strings.Repeat("0", 9-len(s)) + s
	return weighted(s, 256, 128, 64, 32, 16, 8, 4, 2)%11%10 == last(s)
}

func ireland(s string) bool {
	const alphabet = "WABCDEFGHIJKLMNOPQRSTUV"
	digits, check, more := s[:7], s[7], s[8:]
	if !isDigit(s[1]) { // as until 2013
		digits = "0" + s[2:7] + s[:1]
	}
	sum := weighted(digits, 8, 7, 6, 5, 4, 3, 2)
	if more != "" {
		sum += 9 * strings.IndexByte(alphabet, more[0])
	}
	return alphabet[sum%23] == check
}

func italy(s string) bool {
	office := number(s[7:10])
	known := office >= 1 && office <= 100 || office == 120 || office == 121 || office == 888 || office == 999
	return number(s[:7]) > 0 && known && luhn(s)
}

func lithuania(s string) bool {
	sum := func(from int) (n int) {
		for at := range len(s) - 1 {
			n += (1 + (at+from)%9) * digit(s, at)
		}
		return n % 11
	}
	check := sum(0)
	if check == 10 {
		check = sum(2)
	}
	return check%10 == last(s)
}

func luxembourg(s string) bool {
	n := number(s)
	return n > 0 && n/100%89 == n%100
}

func latvia(s string) bool {
	if s[0] > '3' {
		return weighted(s, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1)%11 == 3
	}
	return (1+weighted(s, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9))%11%10 == last(s) // a person's
}

// netherlands checks the number of an organization, or since 2020 of a sole trader.
func netherlands(s string) bool {
	if s[10:] == "00" || number(s[:9]) == 0 {
		return false
	}
	if weighted(s, 9, 8, 7, 6, 5, 4, 3, 2, -1)%11 == 0 {
		return true
	}
	rest := 2321 % 97 // NL, as ISO 7064 counts letters
	for at := range s {
		if s[at] == 'B' {
			rest = (rest*100 + 11) % 97
		} else {
			rest = (rest*10 + digit(s, at)) % 97
		}
	}
	return rest == 1
}

func poland(s string) bool { return weighted(s, 6, 5, 7, 2, 3, 4, 5, 6, 7)%11 == last(s) }

func portugal(s string) bool {
	check := 11 - weighted(s, 9, 8, 7, 6, 5, 4, 3, 2)%11
	if check > 9 {
		check = 0
	}
	return check == last(s)
}

func romania(s string) bool {
	s = strings.Repeat("0", 10-len(s)) + s
	return weighted(s, 7, 5, 3, 2, 1, 7, 5, 3, 2)*10%11%10 == last(s)
}

func sweden(s string) bool { return luhn(s[:10]) }

func slovenia(s string) bool {
	check := 11 - weighted(s, 8, 7, 6, 5, 4, 3, 2)%11
	return check != 11 && check%10 == last(s)
}

func slovakia(s string) bool { return number(s)%11 == 0 }
