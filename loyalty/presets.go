package loyalty

import (
	"embed"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

//go:embed testdata/accor-2025.json testdata/accor-plus.json testdata/best-western-2016.json testdata/btg-homeinns.json
//go:embed testdata/choice-2025.json testdata/gha-2021.json testdata/gujing-2019.json testdata/h-world-2021.json
//go:embed testdata/hilton.json testdata/hyatt-2024.json testdata/ihg-2016.json testdata/ihg-2022.json
//go:embed testdata/marriott-2024.json testdata/novlion.json testdata/radisson-2022.json testdata/shangri-la-2022.json
//go:embed testdata/thesis-2009-classes.json testdata/thesis-2009-members.json testdata/thesis-2009-printed.json
//go:embed testdata/wyndham-2020.json
var presets embed.FS

// Presets returns the names of the programmes that come with the package, sorted: published programmes of hotel chains,
// and the guest classes and member rules of Gong (2009).
func Presets() []string {
	files, _ := presets.ReadDir("testdata")
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = strings.TrimSuffix(f.Name(), ".json")
	}
	return names
}

// Preset returns one of the programmes that come with the package, to be used as it is or changed. Its Year and Source
// say where the rules were read; they are no statement of what is in force today.
//
// Errors: a [*hotelcrm.ParamError] for a name that [Presets] does not list.
func Preset(name string) (Programme, error) {
	if names := Presets(); !slices.Contains(names, name) {
		return Programme{}, refuse.Param("name", name, "one of "+strings.Join(names, ", "))
	}
	text, err := presets.ReadFile("testdata/" + name + ".json")
	if err != nil {
		return Programme{}, err
	}
	return ParseProgramme(text)
}
