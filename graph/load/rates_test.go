package load_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/graph/load"
)

// The price in force today without a length, or of the shortest, is the creator's where creators.csv gives none; it moves
// on with the days, steps back when a row gives a price, and comes back when the row gives none again.
func TestPricesComeFromRateCards(t *testing.T) {
	store := graphtest.Own(t, true)
	const creators = "key,name,price_live\nann,Ann,\nbea,Bea,500\n"
	dir := folder(t, map[string]string{"creators.csv": creators,
		"rate_cards.csv": "creator,format,price,since,until,min_seconds,max_seconds\n" +
			"ann,LIVE,3000,,,,\nann,LIVE,4000,2026-11-20,2026-11-24,,\nann,LIVE,1,,,1,20\n" +
			"ann,SHORT_VIDEO,900,,,21,60\nann,SHORT_VIDEO,800,,,21,30\nann,SHORT_VIDEO,700,2026-12-01,,,20\n" +
			"ann,IMAGE_TEXT,50,,2026-11-22,,\nbea,LIVE,9000,,,,\n"})
	is := func(when, want string) {
		t.Helper()

		records, err := store.Read(t.Context(), graph.Statement{Text: `MATCH (c:Creator) RETURN c.key AS key,
			c {.priceLive, .byPriceLive, .priceShortVideo, .byPriceShortVideo, .priceImageText, .byPriceImageText} AS has ORDER BY key`})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range records {
			has, _ := r["has"].(map[string]any)
			got = append(got, fmt.Sprint(r["key"], " live ", has["priceLive"], " short ", has["priceShortVideo"], " text ", has["priceImageText"]))
			for _, format := range []string{"Live", "ShortVideo", "ImageText"} {
				price, order := has["price"+format], has["byPrice"+format]
				if price == nil && order != int64(-1) || price != nil && price != order {
					t.Errorf("%s: %v: %s is %v and sorted as %v", when, r["key"], format, price, order)
				}
			}
		}
		if text := strings.Join(got, "; "); text != want {
			t.Errorf("%s:\ngot  %s\nwant %s", when, text, want)
		}
	}
	const bea = "; bea live 500 short <nil> text <nil>"
	importAll(t, store, dir)
	is("after the import", "ann live 4000 short 800 text <nil>"+bea)
	if second := importAll(t, store, dir).Total(); second.Unchanged != second.Rows() {
		t.Errorf("the second import changed rows: %+v", second)
	}
	totals := func(day string) {
		t.Helper()

		today, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		if err := load.Totals(t.Context(), store, today); err != nil {
			t.Fatal(err)
		}
	}
	totals("2026-11-25")
	is("the day after the festival", "ann live 3000 short 800 text <nil>"+bea)
	totals("2026-12-01")
	is("from the day on which videos of up to 20 s have a price", "ann live 3000 short 700 text <nil>"+bea)
	importAll(t, store, folder(t, map[string]string{"creators.csv": "key,name,price_live\nann,Ann,77\n"}))
	is("once a row gives a price", "ann live 77 short 800 text <nil>"+bea)
	if got := export(t, store)["creators.csv"]; !strings.Contains(got, "\nann,Ann,,,,,,,,,,,,,,77,\n") {
		t.Errorf("the export tells prices of rate cards as the creator's own: %s", got)
	}
	importAll(t, store, folder(t, map[string]string{"creators.csv": creators}))
	is("once it gives none again", "ann live 4000 short 800 text <nil>"+bea)
}

// Rows of one creator merge over imports: a rate of the same format, lengths and first day is replaced, all others stay.
func TestRateCardsAndAvailabilityMerge(t *testing.T) {
	store := graphtest.Own(t, true)
	importAll(t, store, folder(t, little()))
	importAll(t, store, folder(t, map[string]string{
		"rate_cards.csv": "creator,format,price,since,min_seconds,max_seconds\ncr2,SHORT_VIDEO,710,2026-01-01,21,60\n" +
			"cr2,SHORT_VIDEO,600,2025-01-01,21,60\ncr2,IMAGE_TEXT,5,,,\n",
		"availability.csv": "creator,from,to,state,campaign\ncr1,2026-11-05,2026-11-09,HELD,\ncr1,2026-11-01,2026-11-01,HELD,ca1\n"}))
	got := export(t, store)
	if want := "creator,format,price,since,until,min_seconds,max_seconds\ncr1,LIVE,900,,,,\n" +
		"cr2,SHORT_VIDEO,600,2025-01-01,,21,60\ncr2,SHORT_VIDEO,710,2026-01-01,,21,60\ncr2,IMAGE_TEXT,5,,,,\n"; got["rate_cards.csv"] != want {
		t.Errorf("rate cards:\ngot  %q\nwant %q", got["rate_cards.csv"], want)
	}
	if want := "creator,from,to,state,campaign\ncr1,2026-11-01,2026-11-01,HELD,ca1\ncr1,2026-11-05,2026-11-09,HELD,\n" +
		"cr2,2026-12-01,2026-12-01,HELD,\n"; got["availability.csv"] != want {
		t.Errorf("availability:\ngot  %q\nwant %q", got["availability.csv"], want)
	}
}
