// Package packagetest tries what packaging/package made, as somebody does who
// installs it: the Windows program under wine, the Linux packages on an empty
// home. "make test-package" makes them first.
package packagetest
