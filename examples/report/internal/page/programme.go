package page

func (w *writer) programmeFact() string {
	switch {
	case w.Club == nil:
		return w.Say("none")
	case w.Club.File == "":
		return w.Say("%s, of the simulated hotel", w.Club.Programme().ID)
	}
	return w.Say("%s, from %s", w.Club.Programme().ID, w.Club.File)
}
