package guard

import "strings"

const bech32Letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"

// bech32 writes data in the text form in which age takes its keys: a name, a
// 1, the bits by fives, and a checksum of six letters (BIP 173).
func bech32(name string, data []byte) string {
	values := byFives(data)
	var text strings.Builder
	text.WriteString(name + "1")
	for _, v := range append(values, bech32Checksum(name, values)...) {
		text.WriteByte(bech32Letters[v])
	}
	return text.String()
}

// byFives cuts data into groups of five bits, the last one filled with zeros.
func byFives(data []byte) []byte {
	var groups []byte
	var pool, bits uint
	for _, b := range data {
		pool, bits = pool<<8|uint(b), bits+8
		for ; bits >= 5; bits -= 5 {
			groups = append(groups, byte(pool>>(bits-5)&31))
		}
	}
	if bits > 0 {
		groups = append(groups, byte(pool<<(5-bits)&31))
	}
	return groups
}

func bech32Checksum(name string, values []byte) []byte {
	var all []byte
	for _, c := range []byte(name) {
		all = append(all, c>>5)
	}
	all = append(all, 0)
	for _, c := range []byte(name) {
		all = append(all, c&31)
	}
	all = append(append(all, values...), 0, 0, 0, 0, 0, 0)
	sum := bech32Remainder(all) ^ 1
	check := make([]byte, 6)
	for i := range check {
		check[i] = byte(sum >> (5 * (5 - i)) & 31)
	}
	return check
}

// bech32Remainder divides by the generator polynomial of BIP 173.
func bech32Remainder(values []byte) uint32 {
	generator := [5]uint32{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3}
	sum := uint32(1)
	for _, v := range values {
		top := sum >> 25
		sum = sum&0x1ffffff<<5 ^ uint32(v)
		for i, g := range generator {
			if top>>i&1 == 1 {
				sum ^= g
			}
		}
	}
	return sum
}
