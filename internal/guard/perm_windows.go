package guard

import "io/fs"

// On Windows the profile folder's access list protects the file; its mode
// bits tell nothing.
func readableByOthers(fs.FileInfo) bool { return false }
