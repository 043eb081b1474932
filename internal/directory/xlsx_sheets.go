package directory

import "frontdesk/internal/models"

var holidayKinds = []choice{
	{"libur nasional", string(models.NationalHoliday)},
	{"cuti bersama", string(models.CollectiveLeave)},
}

var placeWords = []choice{
	{"loket", string(models.PlaceCounter)},
	{"pintu masuk", string(models.PlaceEntrance)},
	{"pintu keluar", string(models.PlaceExit)},
	{"resepsionis", string(models.PlaceReception)},
	{"informasi", string(models.PlaceInformation)},
	{"ruang tunggu", string(models.PlaceWaiting)},
	{"kursi prioritas", string(models.PlacePrioritySeats)},
	{"tangga", string(models.PlaceStairs)},
	{"lift", string(models.PlaceLift)},
	{"toilet", string(models.PlaceToilet)},
	{"toilet difabel", string(models.PlaceAccessibleToilet)},
	{"ruang laktasi", string(models.PlaceLactation)},
	{"ruang bermain", string(models.PlacePlayroom)},
	{"musala", string(models.PlacePrayer)},
	{"kantin", string(models.PlaceCanteen)},
	{"ATM", string(models.PlaceATM)},
	{"fotokopi", string(models.PlacePhotocopy)},
	{"parkir", string(models.PlaceParking)},
	{"area merokok", string(models.PlaceSmoking)},
}

var timezones = []string{"Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"}

const (
	agencyCodes  = "Instansi!Kode instansi"
	counterCodes = "Loket!Kode loket"
	serviceCodes = "Layanan!Kode layanan"
	floorCodes   = "Lantai!Lantai"
)

// sheets are the kinds of entries in the order in which they are read: each
// stands after what it belongs to. Titles and words are part of the format.
var sheets = []*sheet{
	newSheet("Mal", "mall", "Gedungnya sendiri, satu baris.", mallRows, (*assembly).addMall,
		column{title: "Kode mal", field: "code", width: 14, needs: needed, help: "Kode tetap mal ini. Jangan diubah setelah ada catatan kunjungan."},
		column{title: "Nama", field: "name", width: 44, needs: needed},
		column{title: "Nama singkat", field: "short_name", width: 18, needs: needed},
		column{title: "Kota", field: "city", width: 18},
		column{title: "Alamat", field: "address", width: 40},
		column{title: "Kode wilayah", field: "region_code", width: 14, help: "Kode wilayah Kemendagri, misalnya 64.02."},
		column{title: "Zona waktu", field: "timezone", width: 16, needs: needed, offer: timezones},
		column{title: "Catatan direktori", field: "note", width: 50},
	),
	newSheet("Jam mal", "mall.hours", "Jam buka gedung. Di luar jam ini tidak ada instansi yang buka.", mallHoursRows, (*assembly).addMallHours,
		spanColumns("Hari buka; beberapa hari dipisah koma, misalnya Senin, Rabu atau Senin–Kamis.")...,
	),
	newSheet("Lantai", "floors", "Lantai dan ukurannya pada denah.", floorRows, (*assembly).addFloor,
		column{title: "Lantai", field: "number", kind: wholeCell{}, width: 10, needs: needed},
		column{title: "Nama", field: "name", width: 24, needs: needed},
		column{title: "Lebar (m)", field: "width", kind: metresCell{}, width: 12, needs: needed},
		column{title: "Panjang (m)", field: "depth", kind: metresCell{}, width: 12, needs: needed},
	),
	newSheet("Instansi", "agencies", "Instansi yang melayani di mal, satu baris per instansi.", agencyRows, (*assembly).addAgency,
		column{title: "Kode instansi", field: "code", width: 14, needs: needed, help: "Kode tetap, satu kata tanpa spasi, misalnya DUK. Lembar lain menunjuk ke kode ini."},
		column{title: "Nama", field: "name", width: 50, needs: needed},
		column{title: "Nama singkat", field: "short_name", width: 20, needs: needed},
		column{title: "Lantai", field: "floor", kind: wholeCell{}, width: 9, needs: needed, codes: floorCodes},
		column{title: "Awalan nomor", field: "ticket_prefix", width: 13, needs: needed, help: "1 sampai 4 huruf besar atau angka di depan nomor antrean, misalnya 1A. Tidak boleh sama dengan instansi lain."},
		column{title: "Menit per layanan", field: "typical_service_minutes", kind: wholeCell{optional: true}, width: 12, help: "Lama satu layanan pada umumnya, dalam menit. Boleh kosong."},
		column{title: "Kuota per hari", field: "daily_quota", kind: wholeCell{optional: true}, width: 12, help: "Paling banyak nomor sehari. Kosong: tanpa batas."},
		column{title: "Nomor terakhir pukul", field: "last_ticket_at", kind: clockCell{}, width: 13, help: "Setelah pukul ini tidak ada nomor baru. Kosong: sampai tutup."},
		column{title: "Tetap buka pada", field: "works_on", kind: choiceCell{holidayKinds}, width: 18, help: "Hari libur saat instansi ini tetap melayani; dua jenis dipisah titik koma. Kosong: tutup."},
		column{title: "Memanggil nomor", field: "calling", kind: yesCell{}, width: 12, help: "tidak: loketnya tidak memanggil nomor. Kosong: memanggil."},
		column{title: "Kehadiran", field: "tenant", width: 16, help: "Seberapa pasti instansi ini ada di mal. Boleh kosong."},
		column{title: "Catatan", field: "note", width: 40},
		column{title: "Sumber jadwal", field: "schedule_source", width: 30},
		column{title: "Sumber", field: "source", width: 30},
	),
	newSheet("Loket", "counters", "Loket tiap instansi.", counterRows, (*assembly).addCounter,
		column{title: "Kode instansi", field: "agency", width: 14, needs: needed, codes: agencyCodes},
		column{title: "Kode loket", field: "code", width: 14, needs: needed, help: "Kode tetap, satu kata, misalnya DUK-1."},
		column{title: "Nomor loket", field: "number", kind: wholeCell{}, width: 12, needs: needed, help: "Nomor pada papan di atas loket; satu kali saja di seluruh mal."},
		column{title: "Nama", field: "name", width: 30, needs: needed},
		column{title: "Lantai", field: "floor", kind: wholeCell{}, width: 9, needs: needed, codes: floorCodes},
		column{title: "Petunjuk jalan", field: "way", width: 50, help: "Menggantikan petunjuk jalan yang dihitung dari denah. Boleh kosong."},
	),
	newSheet("Layanan", "services", "Layanan yang ditanyakan pengunjung.", serviceRows, (*assembly).addService,
		column{title: "Kode instansi", field: "agency", width: 14, needs: needed, codes: agencyCodes},
		column{title: "Kode layanan", field: "code", width: 14, needs: needed, help: "Kode tetap, satu kata, misalnya DUK-01."},
		column{title: "Nama", field: "name", width: 44, needs: needed},
		column{title: "Kata lain", field: "aliases", kind: listCell{}, width: 50, help: "Cara pengunjung menyebutnya, dipisah titik koma: KTP hilang; ganti KTP."},
		column{title: "Loket", field: "counters", kind: listCell{}, width: 22, codes: counterCodes, help: "Kode loket yang melayani; beberapa dipisah titik koma."},
		column{title: "Lama", field: "duration", width: 24, help: "Kapan selesai, misalnya 2 hari kerja."},
		column{title: "Biaya", field: "fee", width: 24, help: "Misalnya Gratis atau Rp350.000."},
		column{title: "Sesudah layanan", field: "after", kind: listCell{}, width: 18, codes: serviceCodes, help: "Kode layanan yang hasilnya diperlukan lebih dahulu; beberapa dipisah titik koma."},
		column{title: "Peka", field: "sensitive", kind: yesCell{}, width: 9, help: "ya: keperluan ini tidak ditampilkan di layar umum."},
		column{title: "Memakai nomor", field: "ticket", kind: yesCell{}, width: 11, help: "tidak: layanan ini tidak mengeluarkan nomor antrean. Kosong: memakai nomor."},
		column{title: "Dirujuk ke", field: "refer_to.name", width: 30, help: "Tempat yang melayani bila tidak di mal ini."},
		column{title: "Kota rujukan", field: "refer_to.city", width: 18},
		column{title: "Alasan rujukan", field: "refer_to.reason", width: 30},
		column{title: "Catatan", field: "note", width: 40},
		column{title: "Sumber", field: "source", width: 30},
		column{title: "Keyakinan", field: "confidence", width: 24, help: "Seberapa pasti data ini sebelum diverifikasi instansi."},
		column{title: "Diverifikasi pada", field: "verified_on", kind: dateCell{}, width: 14, help: "Tanggal instansi membenarkan syarat, biaya dan lama layanan ini."},
		column{title: "Diverifikasi oleh", field: "verified_by", width: 24, help: "Nama orang di instansi yang membenarkannya."},
	),
	newSheet("Persyaratan", "requirements", "Berkas yang harus dibawa, satu baris per berkas, dalam urutan yang ditampilkan.", requirementRows, (*assembly).addRequirement,
		column{title: "Kode layanan", field: "service", width: 14, needs: needed, codes: serviceCodes},
		column{title: "Persyaratan", field: "requirement", width: 80, needs: needed},
	),
	newSheet("Jam", "hours", "Jam layanan tiap instansi. Istirahat terjadi di antara dua baris dengan hari yang sama.", hoursRows, (*assembly).addHours,
		withOwner(spanColumns("Hari buka; beberapa hari dipisah koma, misalnya Senin, Rabu atau Senin–Kamis. Kosong bila kolom Tanggal bulanan diisi."))...,
	),
	newSheet("Pengecualian", "exceptions", "Hari ketika jam biasa tidak berlaku: tutup, atau jam lain.", exceptionRows, (*assembly).addException,
		append([]column{
			{title: "Kode instansi", field: "agency", width: 14, needs: needed, codes: agencyCodes},
			{title: "Dari", field: "from", kind: dateCell{}, width: 13, needs: needed},
			{title: "Sampai", field: "to", kind: dateCell{}, width: 13, needs: needed, help: "Hari terakhir, termasuk hari itu."},
			{title: "Tutup", field: "closed", kind: yesCell{}, width: 9, help: "ya: tutup. Bila tidak, isi jam bukanya."},
			{title: "Alasan", field: "reason", width: 34, help: "Yang dikatakan kepada pengunjung, misalnya rapat koordinasi."},
		}, exceptionSpan()...)...,
	),
	newSheet("Hari libur", "holidays", "Libur nasional dan cuti bersama, setiap tahun diisi lagi.", holidayRows, (*assembly).addHoliday,
		column{title: "Tanggal", field: "date", kind: dateCell{}, width: 13, needs: needed},
		column{title: "Nama", field: "name", width: 44, needs: needed},
		column{title: "Jenis", field: "kind", kind: choiceCell{holidayKinds}, width: 18, needs: needed},
	),
	newSheet("Denah", "places", "Letak loket dan tempat lain pada denah lantai, dalam meter dari sudut kiri atas.", placeRows, (*assembly).addPlace,
		column{title: "Lantai", field: "floor", kind: wholeCell{}, width: 9, needs: needed, codes: floorCodes},
		column{title: "Jenis", field: "kind", kind: choiceCell{placeWords}, width: 18, needs: needed},
		column{title: "Kode loket", field: "counter", width: 14, codes: counterCodes, help: "Hanya untuk jenis loket."},
		column{title: "Nama", field: "name", width: 26},
		column{title: "Di luar gedung", field: "outside", kind: yesCell{}, width: 10},
		column{title: "X (m)", field: "x", kind: metresCell{}, width: 9, needs: needed, help: "Jarak dari dinding kiri."},
		column{title: "Y (m)", field: "y", kind: metresCell{}, width: 9, needs: needed, help: "Jarak dari dinding atas."},
		column{title: "Lebar (m)", field: "w", kind: metresCell{}, width: 9, needs: needed},
		column{title: "Tinggi (m)", field: "h", kind: metresCell{}, width: 9, needs: needed},
	),
	newSheet("Peristiwa hidup", "life_events", "Rangkaian layanan pada satu peristiwa, dalam urutan biasanya.", lifeEventRows, (*assembly).addLifeEvent,
		column{title: "Kode peristiwa", field: "code", width: 15, needs: needed},
		column{title: "Nama", field: "name", width: 34, needs: needed},
		column{title: "Kata lain", field: "aliases", kind: listCell{}, width: 44, help: "Cara pengunjung menyebutnya, dipisah titik koma."},
		column{title: "Layanan", field: "services", kind: listCell{}, width: 44, codes: serviceCodes, help: "Kode layanan menurut urutannya, dipisah titik koma."},
	),
}

// init gives each column without a kind that of a text.
func init() {
	for _, s := range sheets {
		for i := range s.columns {
			if s.columns[i].kind == nil {
				s.columns[i].kind = textCell{}
			}
		}
	}
}

// spanColumns are the columns of one span of opening hours.
func spanColumns(days string) []column {
	return []column{
		{title: "Hari", field: "byday", kind: daysCell{}, width: 28, offer: dayOffers, help: days},
		{title: "Tanggal bulanan", field: "bymonthday", width: 14, help: "Tanggal setiap bulan, dipisah koma: 10,20,30. Biasanya kosong."},
		{title: "Buka", field: "opens_at", kind: clockCell{}, width: 9, needs: needed},
		{title: "Tutup pukul", field: "closes_at", kind: clockCell{}, width: 11, needs: needed},
		{title: "Berlaku dari", field: "valid_from", kind: dateCell{}, width: 13, help: "Hanya untuk jam musiman, misalnya Ramadan. Biasanya kosong."},
		{title: "Berlaku sampai", field: "valid_until", kind: dateCell{}, width: 13, help: "Hari terakhir jam musiman. Biasanya kosong."},
	}
}

func withOwner(columns []column) []column {
	owner := column{title: "Kode instansi", field: "agency", width: 14, needs: needed, codes: agencyCodes}
	return append([]column{owner}, columns...)
}

// exceptionSpan needs no times: a closed day has none.
func exceptionSpan() []column {
	columns := spanColumns("Hanya bila jam ini berlaku pada hari tertentu di antara kedua tanggal.")
	for i := range columns {
		columns[i].needs = optional
	}
	return columns
}
