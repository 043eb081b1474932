package guard

import "frontdesk/internal/models"

// CheckSealed is CheckChain with the seals of the chain's own database, which
// say where it ends now, and those that are kept outside of it.
func CheckSealed(notary models.Notary, read func(from int64, limit int) ([]models.AuditEntry, error),
	heads []models.AuditHead, inside, outside []models.AuditSeal) (ChainCheck, error) {
	unproved, broken := int64(0), false
	var end int64 = -1
	for _, s := range append(inside, outside...) {
		if _, held := s.Proof(notary); !held && s.KeyID != models.SealBefore {
			unproved++
			continue
		}
		broken = broken || s.Broken(notary)
		if s.Seq > 0 && !s.Broken(notary) {
			heads = append(heads, s.AuditHead)
		}
	}
	sealed := map[string]int64{}
	for _, s := range inside {
		end, sealed[s.KeyID] = max(end, s.Seq), s.Seq
	}
	last := map[string]int64{} // each key's last entry
	found, err := CheckChain(notary, func(from int64, limit int) ([]models.AuditEntry, error) {
		page, err := read(from, limit)
		for _, e := range page {
			last[e.KeyID] = e.Seq
		}
		return page, err
	}, heads)
	if err != nil || found.Break != nil {
		return found, err
	}
	if found.Unproved == 0 {
		found.Unproved = unproved // a seal of a key that signed nothing
	}
	found.Unsealed = len(inside) == 1 && inside[0].KeyID == models.SealBefore
	switch {
	case len(inside) == 0, broken:
		found.Break = &Break{found.Entries + 1, BreakSeal}
	case !found.Unsealed && unvouched(sealed, last):
		found.Break = &Break{found.Entries + 1, BreakSeal}
	case end != found.Entries:
		found.Break = &Break{end + 1, BreakSeal}
	}
	return found, nil
}

// unvouched tells that a seal is of an end that its key did not write, or that
// only the seals without a key, which anybody can make, speak for signed
// entries.
func unvouched(sealed, last map[string]int64) bool {
	signed, keyed := false, false
	for key := range last {
		signed = signed || key != ""
	}
	for key, seq := range sealed {
		keyed = keyed || key != ""
		if key != models.SealBefore && seq > 0 && last[key] != seq {
			return true
		}
	}
	return signed && !keyed
}
