// Package finds is what a search found, as rows of a list: services, life events
// and places, in words that reception, the guide and others share.
package finds
