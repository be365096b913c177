package vatnumber_test

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"portico/internal/billing/rules"
	"portico/internal/vatnumber"
)

// valid are numbers that exist or were published as examples, of each country and each
// way in which it computes check digits.
var valid = map[string][]string{
	"AT": {"ATU13585627", "ATU65033803"},
	"BE": {"BE0403019261", "BE0411905847"},
	"BG": {"BG175074752", "BG7523169263", "BG8032056031"},
	"CY": {"CY10259033P"},
	"CZ": {"CZ25123891", "CZ7103192745", "CZ640903926", "CZ395601439"},
	"DE": {"DE136695976", "DE811569869"},
	"DK": {"DK13585628"},
	"EE": {"EE100931558", "EE100594102"},
	"ES": {"ESB58378431", "ES54362315K", "ESX2482300W", "ESJ99216582"},
	"FI": {"FI20774740"},
	"FR": {"FR40303265045", "FR83404833048", "FRK7399859412", "FR23334175221"},
	"GR": {"EL094259216"},
	"HR": {"HR33392005961"},
	"HU": {"HU12892312"},
	"IE": {"IE6433435F", "IE6433435OA", "IE8D79739I", "IE6388047V"},
	"IT": {"IT00743110157"},
	"LT": {"LT119511515", "LT100001919017", "LT100004801610"},
	"LU": {"LU15027442"},
	"LV": {"LV40003521600", "LV16117519997"},
	"MT": {"MT11679112"},
	"NL": {"NL004495445B01", "NL002455799B11"},
	"PL": {"PL8567346215"},
	"PT": {"PT501964843"},
	"RO": {"RO18547290"},
	"SE": {"SE123456789701"},
	"SI": {"SI50223054"},
	"SK": {"SK2022749619"},
}

func TestNumbersOfEachMemberState(t *testing.T) {
	t.Parallel()
	if len(valid) != 27 {
		t.Errorf("there are numbers of %d member states", len(valid))
	}
	for country, numbers := range valid {
		if !rules.InEU(country) {
			t.Errorf("%s is no member state", country)
		}
		if prefix := numbers[0][:2]; prefix != rules.VATPrefix(country) {
			t.Errorf("numbers of %s begin with %s, and by the rules with %s", country, prefix, rules.VATPrefix(country))
		}
		for _, n := range numbers {
			for _, typed := range []string{n, n[2:], strings.ToLower(n), n[:2] + " " + n[2:5] + "." + n[5:7] + "-" + n[7:] + " "} {
				if got, ok := vatnumber.Parse(country, typed); !ok || string(got) != n {
					t.Errorf("%s: %q is %q, %v", country, typed, got, ok)
				}
			}
		}
	}
}

// Whoever mistypes one digit is told, nearly always. The last two digits of a Dutch or
// Swedish number count for no check digit, a Czech birth number from before 1954 has none,
// and a Bulgarian number of 10 digits can be one of three kinds.
func TestAMistypedDigitIsFound(t *testing.T) {
	t.Parallel()
	tried, missed := 0, 0
	for country, numbers := range valid {
		for _, n := range numbers {
			end := len(n)
			if n == "CZ395601439" {
				continue
			}
			if country == "NL" || country == "SE" {
				end -= 2
			}
			for at := 2; at < end; at++ {
				for c := '0'; c <= '9'; c++ {
					if !unicode.IsDigit(rune(n[at])) || c == rune(n[at]) {
						continue
					}
					tried++
					if got, ok := vatnumber.Parse(country, n[:at]+string(c)+n[at+1:]); ok {
						missed++
						t.Logf("%s is taken as well as %s", got, n)
					}
				}
			}
		}
	}
	if missed > tried/40 {
		t.Errorf("of %d mistyped numbers, %d are taken", tried, missed)
	}
}

func TestWhatIsNoNumber(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ country, text string }{
		{"DE", ""},
		{"DE", "DE"},
		{"DE", "DE136695977"},
		{"DE", "DE13669597"},
		{"DE", "DE1366959760"},
		{"DE", "DE036695976"},
		{"DE", "FR40303265045"},
		{"FR", "DE136695976"},
		{"FR", "FR40303265044"},
		{"FR", "FRIO303265045"},
		{"AT", "AT13585627"},
		{"BE", "BE0000000097"},
		{"BE", "BE2403019261"},
		{"CY", "CY12259033P"},
		{"NL", "NL004495445B00"},
		{"NL", "NL000000000B01"},
		{"ES", "EST58378431"},
		{"ES", "ESA5837843A"},
		{"IT", "IT00743119157"},
		{"IT", "IT00000000018"},
		{"LU", "LU00000000"},
		{"SE", "SE123456789700"},
		{"SI", "SI50223055"},
		{"GB", "GB980780684"},
		{"CH", "CHE107787577"},
		{"US", "12-3456789"},
		{"EL", "EL094259216"},
		{"", "DE136695976"},
		{"DE", strings.Repeat(" ", 50) + "DE136695976"},
		{"DE", "DE136695976" + strings.Repeat("0", 1000)},
	} {
		if got, ok := vatnumber.Parse(c.country, c.text); ok {
			t.Errorf("%q of %s is taken as %s", c.text, c.country, got)
		}
	}
}

// Greece writes EL, and is GR elsewhere; old numbers have lost a zero.
func TestNumbersAreBroughtIntoOneForm(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		country, typed string
		want           vatnumber.Number
	}{
		{"GR", "GR 094259216", "EL094259216"}, {"GR", "94259216", "EL094259216"}, {"BE", "BE 403.019.261", "BE0403019261"}, {"NL", "nl002455799b11", "NL002455799B11"},
	} {
		got, ok := vatnumber.Parse(c.country, c.typed)
		if !ok || got != c.want {
			t.Errorf("%q is %q, %v", c.typed, got, ok)
		}
		if again, ok := vatnumber.Parse(c.country, string(got)); !ok || again != got {
			t.Errorf("%q is %q, %v", got, again, ok)
		}
		if got.Prefix()+got.Body() != string(got) {
			t.Errorf("%s is %s and %s", got, got.Prefix(), got.Body())
		}
	}
}

// Whatever is typed, it is a number in its normal form or none.
func TestAnyTextIsReadSafely(t *testing.T) {
	t.Parallel()
	var countries []string
	for c := range valid {
		countries = append(countries, c)
	}
	rapid.Check(t, func(t *rapid.T) {
		country := rapid.SampledFrom(countries).Draw(t, "country")
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[A-Z]{0,3}[0-9]{6,12}[A-Z]{0,2}[0-9]{0,2}`)).Draw(t, "text")
		n, ok := vatnumber.Parse(country, text)
		if !ok {
			return
		}
		if again, ok := vatnumber.Parse(country, string(n)); !ok || again != n {
			t.Errorf("%q is %q, which is %q", text, n, again)
		}
	})
}
