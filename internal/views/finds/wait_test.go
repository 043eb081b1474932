package finds

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stagetest"
)

var quarter = desk.Wait{Ahead: 4, Low: 12 * time.Minute, Likely: 15 * time.Minute, High: 20 * time.Minute}

func TestARowTellsHowManyWaitAndHowLong(t *testing.T) {
	d := stagetest.NewDesk(t)
	for lang, want := range map[text.Language]string{text.Indonesian: "4 menunggu · 12–20 mnt", text.English: "4 waiting · 12–20 min"} {
		speak := text.MustLoad(lang)
		offer, _ := d.Offer("DUK-02", desk.Today{}, stagetest.Monday)
		offer.Wait = &quarter
		require.Equal(t, want, OfferStatus(speak, offer, stagetest.Monday).Detail)
	}
	speak := text.MustLoad(text.Indonesian)
	late := quarter
	late.OpenEnded, late.Unlikely = true, true
	offer, _ := d.Offer("DUK-02", desk.Today{}, stagetest.Monday)
	offer.Wait = &late
	require.Equal(t, kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: "Kemungkinan tidak terlayani", Detail: "4 menunggu"},
		OfferStatus(speak, offer, stagetest.Monday))
	limited, _ := d.Offer("IMI-01", desk.Today{}, stagetest.Monday)
	limited.Wait = &quarter
	require.Equal(t, "4 menunggu · 12–20 mnt · sisa kuota 30", OfferStatus(speak, limited, stagetest.Monday).Detail)
}
