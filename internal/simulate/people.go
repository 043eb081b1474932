package simulate

import (
	"fmt"

	"frontdesk/internal/models"
)

var (
	firstNames = []string{"Aditya", "Agus", "Andi", "Anisa", "Ayu", "Bambang", "Budi", "Citra", "Dahlia", "Dewi", "Dian",
		"Eko", "Fajar", "Fitri", "Galih", "Hadi", "Hasan", "Hesti", "Ika", "Indah", "Irfan", "Joko", "Kartika", "Laila",
		"Lestari", "Lina", "Mardiana", "Maya", "Muhammad", "Nadia", "Novi", "Nur", "Putri", "Rahmat", "Ratna", "Rizky",
		"Rusdi", "Sari", "Siti", "Slamet", "Sri", "Syahrul", "Taufik", "Tri", "Utami", "Wahyu", "Wati", "Yani", "Yusuf"}
	lastNames = []string{"Abdullah", "Aminah", "Anggraini", "Arifin", "Azizah", "Basri", "Effendi", "Firmansyah", "Fitriani",
		"Gunawan", "Hakim", "Handayani", "Hartono", "Hidayat", "Iskandar", "Jamal", "Kurniawan", "Kusuma", "Lubis",
		"Mahendra", "Maulana", "Mulyani", "Nasution", "Noor", "Nugroho", "Pratama", "Purnama", "Rahayu", "Rahman",
		"Ramadhan", "Saputra", "Setiawan", "Simanjuntak", "Sulistyo", "Suryani", "Susanto", "Syahputra", "Wahyuni",
		"Wibowo", "Wulandari", "Yulianti", "Yusran"}
	guestPurposes = []string{"mengantar surat", "rapat pengelola", "mengantar paket", "memperbaiki pendingin", "kunjungan dinas"}
)

// visitor draws who comes: many tell nothing of themselves, and some were
// here before.
func (w *world) visitor() models.Identity {
	if !w.chance(45) {
		return models.Identity{}
	}
	if len(w.known) > 0 && w.chance(25) {
		return pick(w.dice, w.known)
	}
	person := models.Identity{Name: pick(w.dice, firstNames) + " " + pick(w.dice, lastNames)}
	if w.chance(65) {
		person.NIK = w.nik()
	}
	if w.chance(55) {
		person.Phone = w.phone()
	}
	w.known = append(w.known, person)
	return person
}

// nik makes a number of the right shape in district 99, which no regency of
// East Kalimantan has, so that it is nobody's.
func (w *world) nik() string {
	day := w.between(1, 28)
	if w.chance(50) {
		day += 40
	}
	return fmt.Sprintf("%s99%02d%02d%02d%04d", pick(w.dice, []string{"6402", "6402", "6402", "6409", "6471", "6472"}),
		day, w.between(1, 12), w.between(45, 99), w.between(1, 60))
}

// phone makes a mobile number with a subscriber part of zeros, which is not
// in use.
func (w *world) phone() string {
	return fmt.Sprintf("%s0000%04d", pick(w.dice, []string{"0811", "0812", "0813", "0852", "0857"}), w.between(0, 9999))
}

// priorities draws whom the law asks to treat specially, per cent of visitors.
func (w *world) priorities() []models.Priority {
	percent := []float64{5, 1.5, 1.5, 1, 2.5, 0.5}
	rest := 100.0
	for _, p := range percent {
		rest -= p
	}
	i := w.among(append(percent, rest))
	if i == len(percent) {
		return nil
	}
	return []models.Priority{models.Priorities[i]}
}

// party draws how many come together.
func (w *world) party() int { return 1 + w.among([]float64{70, 20, 6, 2, 1, 1}) }
