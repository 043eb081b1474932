package finder

// Find answers query with at most limit services (5 when limit is not above 0).
func (x *Index) Find(query string, limit int) Result {
	return Result{Query: query, Confidence: None}
}
