package money_test

import (
	"errors"
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"portico/internal/money"
)

func TestFromMicros(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name                   string
		microsPerHour, minutes int64
		want                   money.Cents
	}{
		{"nothing", 0, 60, 0},
		{"no time", 1_000_000, 0, 0},
		{"a euro an hour", 1_000_000, 60, 100},
		{"730 hours of a container", 19_200, 730 * 60, 1402},
		{"just under half a cent", 299_999, 1, 0},
		{"half a cent is rounded up", 300_000, 1, 1},
		{"one and a half cents too, not to even", 900_000, 1, 2},
		{"half a cent owed is rounded down", -300_000, 1, -1},
		{"minutes taken back", 1_000_000, -60, -100},
		{"two negatives", -1_000_000, -60, 100},
		{"ten minutes at 0.02 € an hour", 20_000, 10, 0},
		{"a hundred times ten minutes are not free", 20_000, 1000, 33},
		{"more than 64 bits in between", math.MaxInt64, 600_000, math.MaxInt64},
	} {
		if got, err := money.FromMicros(c.microsPerHour, c.minutes); got != c.want || err != nil {
			t.Errorf("%s: %d, %v, want %d", c.name, got, err, c.want)
		}
	}
}

func TestFromMicrosTellsWhatIsTooLarge(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]int64{{math.MaxInt64, 600_001}, {math.MaxInt64, math.MaxInt64}, {math.MinInt64, math.MinInt64}, {math.MinInt64, 600_000}} {
		if got, err := money.FromMicros(c[0], c[1]); !errors.Is(err, money.ErrTooLarge) {
			t.Errorf("%d × %d: %d, %v", c[0], c[1], got, err)
		}
	}
}

// exact is the same in whole numbers of any size, by the definition of rounding:
// the nearest one, and of two that are as near the one farther from zero.
func exact(micros, minutes int64) *big.Int {
	product := new(big.Int).Mul(big.NewInt(micros), big.NewInt(minutes))
	cents, rest := new(big.Int).QuoRem(product, big.NewInt(600_000), new(big.Int))
	if rest.Abs(rest); rest.Cmp(big.NewInt(300_000)) >= 0 {
		cents.Add(cents, big.NewInt(int64(product.Sign())))
	}
	return cents
}

func TestFromMicrosIsExact(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		numbers := rapid.OneOf(rapid.Int64(), rapid.Int64Range(-3_000_000, 3_000_000), rapid.SampledFrom([]int64{math.MinInt64, math.MaxInt64, 300_000, 600_000}))
		micros, minutes := numbers.Draw(t, "micros"), numbers.Draw(t, "minutes")
		want := exact(micros, minutes)
		got, err := money.FromMicros(micros, minutes)
		if fits := new(big.Int).Abs(want).IsInt64(); fits != (err == nil) || fits && want.Cmp(big.NewInt(int64(got))) != 0 {
			t.Fatalf("%d × %d: %d, %v, want %s", micros, minutes, got, err, want)
		}
	})
}

// What one gives, the other takes: a credit for the same minutes is the same amount.
func TestFromMicrosIsSymmetric(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		micros, minutes := rapid.Int64Range(0, 2_000_000_000).Draw(t, "micros"), rapid.Int64Range(0, 1<<40).Draw(t, "minutes")
		there, err := money.FromMicros(micros, minutes)
		back, err2 := money.FromMicros(micros, -minutes)
		if err = errors.Join(err, err2); err != nil || there != -back {
			t.Fatalf("%d there, %d back, %v", there, back, err)
		}
	})
}

func TestAmountFitsTheAPIOrFails(t *testing.T) {
	t.Parallel()
	for _, c := range []money.Cents{0, 1402, math.MaxInt32, math.MinInt32} {
		if got, err := c.Amount(); int64(got) != int64(c) || err != nil {
			t.Errorf("%d: %d, %v", c, got, err)
		}
	}
	for _, c := range []money.Cents{math.MaxInt32 + 1, math.MinInt32 - 1, math.MaxInt64} {
		if got, err := c.Amount(); !errors.Is(err, money.ErrTooLarge) {
			t.Errorf("%d: %d, %v", c, got, err)
		}
	}
	if money.Cents(1).Currency() != money.EUR {
		t.Error("an amount is in another currency")
	}
}

func TestDecimals(t *testing.T) {
	t.Parallel()
	for cents, want := range map[money.Cents]string{0: "0.00", 5: "0.05", 1205: "12.05", -7: "-0.07", math.MinInt64: "-92233720368547758.08"} {
		if got := cents.Decimal(); got != want {
			t.Errorf("%d cents are %s, want %s", cents, got, want)
		}
	}
}
