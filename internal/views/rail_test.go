package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/views/kit"
)

// At 150 % and 700 pixels the entries of a whole program stand closer; none
// covers another.
func TestRailEntriesNeverCoverEachOther(t *testing.T) {
	for _, scale := range []float32{1, 1.5, 2} {
		test.NewTempApp(t).Settings().SetTheme(kit.NewTheme(kit.LookLight, scale))
		var entries []fyne.CanvasObject
		for range 10 {
			entry := kit.NewRailItem(kit.IconQueue, "Antrean", "F3", nil)
			entry.SetCompact(true)
			entries = append(entries, entry)
		}
		rail := container.New(railLayout{foot: 2}, entries...)
		rail.Resize(fyne.NewSize(96, 515))
		bottom := float32(0)
		for i, o := range entries {
			require.GreaterOrEqual(t, o.Position().Y+0.01, bottom, "entry %d at %v", i, scale)
			bottom = o.Position().Y + o.Size().Height
		}
		require.LessOrEqual(t, bottom, float32(515.01))
	}
}
