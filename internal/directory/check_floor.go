package directory

import "frontdesk/internal/models"

var placeKinds = map[models.PlaceKind]bool{
	models.PlaceCounter: true, models.PlaceEntrance: true, models.PlaceExit: true,
	models.PlaceReception: true, models.PlaceInformation: true, models.PlaceWaiting: true,
	models.PlacePrioritySeats: true, models.PlaceStairs: true, models.PlaceLift: true,
	models.PlaceToilet: true, models.PlaceAccessibleToilet: true, models.PlaceLactation: true,
	models.PlacePlayroom: true, models.PlacePrayer: true, models.PlaceCanteen: true,
	models.PlaceATM: true, models.PlacePhotocopy: true, models.PlaceParking: true,
	models.PlaceSmoking: true,
}

func (c *checker) floors() {
	list := (*place)(nil).at("floors")
	for i, f := range c.d.Floors {
		at := list.item(i)
		c.unique(at.at("number"), "directory.floor_twice", number(f.Number))
		c.name(at.at("name"), f.Name)
		c.size(at.at("width"), f.Width)
		c.size(at.at("depth"), f.Depth)
		for j, p := range f.Places {
			c.place(at.at("places").item(j), p)
		}
	}
}

func (c *checker) place(at *place, p models.Place) {
	if !placeKinds[p.Kind] {
		c.wrong(at.at("kind"), "directory.place_kind", string(p.Kind))
	}
	if p.Kind == models.PlaceCounter {
		c.knownOne(at.at("counter"), c.counters, p.Counter, "directory.no_counter")
	}
	if p.Name != "" {
		c.name(at.at("name"), p.Name)
	}
	c.spot(at.at("x"), p.X)
	c.spot(at.at("y"), p.Y)
	c.size(at.at("w"), p.W)
	c.size(at.at("h"), p.H)
}
