package docs_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// testText returns the test files of a folder of the repository.
func testText(t *testing.T, folder string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", filepath.FromSlash(folder), "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, file := range files {
		out.WriteString(read(t, file))
	}
	return out.String()
}

// checkedSections returns the text of each package's section of checked.md, by its folder, "" for the root.
func checkedSections(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	heading := regexp.MustCompile("^## .*: `(.+)`\n")
	for _, section := range strings.Split("\n"+read(t, "checked.md"), "\n## ")[1:] {
		if m := heading.FindStringSubmatch("## " + section); m != nil {
			out[strings.TrimPrefix(m[1], "hotelcrm")] = section
		}
	}
	return out
}

// TestCheckedNamesTestsThatExist also asks that each tolerance, file, author and year of a section stands in its package.
func TestCheckedNamesTestsThatExist(t *testing.T) {
	name := regexp.MustCompile("`((?:Test|Fuzz)\\w+)`")
	tolerance := regexp.MustCompile("`([.\\d]+(?:e-\\d+)?)`")
	file := regexp.MustCompile("`(?:[a-z]+/)?(\\w+)\\.(?:csv|json|txt)(?:\\.gz)?`")
	citation := regexp.MustCompile(`(\p{Lu}[\p{L}-]+)(?: and others|(?:, \p{Lu}[\p{L}-]+)* and \p{Lu}[\p{L}-]+)? \((\d{4})\)`)
	named := 0
	for folder, section := range checkedSections(t) {
		tests, code := testText(t, folder), readPackage(t, folder).text
		for _, m := range name.FindAllStringSubmatch(section, -1) {
			named++
			if !strings.Contains(tests, "\nfunc "+m[1]+"(") {
				t.Errorf("%q has no %s", folder, m[1])
			}
		}
		for _, m := range tolerance.FindAllStringSubmatch(section, -1) {
			if !regexp.MustCompile(`[^\w.]` + regexp.QuoteMeta(m[1]) + `[^\w.]`).MatchString(tests) {
				t.Errorf("no test of %q has the tolerance %s", folder, m[1])
			}
		}
		for _, m := range file.FindAllStringSubmatch(section, -1) {
			if !strings.Contains(tests, m[1]) {
				t.Errorf("no test of %q reads %s", folder, m[0])
			}
		}
		for _, m := range citation.FindAllStringSubmatch(section, -1) {
			if !regexp.MustCompile(`(?is)` + m[1] + `.{0,400}?` + m[2]).MatchString(tests + code) {
				t.Errorf("%q does not name %s", folder, m[0])
			}
		}
	}
	if named < 300 {
		t.Errorf("%d tests named", named)
	}
}

// TestCheckedNamesTestsOfOtherFolders: names such as `segment/tree.TestX` stand in the last two sections.
func TestCheckedNamesTestsOfOtherFolders(t *testing.T) {
	list := regexp.MustCompile("`([a-z/0-9]+)\\.(Test\\w+)`").FindAllStringSubmatch(read(t, "checked.md"), -1)
	for _, m := range list {
		if !strings.Contains(testText(t, m[1]), "\nfunc "+m[2]+"(") {
			t.Errorf("%s has no %s", m[1], m[2])
		}
	}
	if len(list) < 30 {
		t.Errorf("%d names", len(list))
	}
}

// TestCheckedIsComplete: every public package has a section with the number of its fuzz targets, every test of a
// published figure and every public file that a test reads by its name.
func TestCheckedIsComplete(t *testing.T) {
	sections := checkedSections(t)
	packages := publicPackages(t)
	for _, folder := range packages {
		if folder == "." {
			folder = ""
		}
		section, tests := sections[folder], testText(t, folder)
		if fuzz := fmt.Sprintf("| fuzz targets | %d |", strings.Count(tests, "\nfunc Fuzz")); !strings.Contains(section, fuzz) {
			t.Errorf("the section of %q does not say %s", folder, fuzz)
		}
		for _, m := range regexp.MustCompile(`\nfunc (Test\w*Published\w*)\(`).FindAllStringSubmatch(tests, -1) {
			if !strings.Contains(section, "`"+m[1]+"`") {
				t.Errorf("the section of %q does not name %s", folder, m[1])
			}
		}
		public := regexp.MustCompile(`"((?:ahp|cdnow|donations|hotel|rfm|survey|trees)/\w+\.(?:csv|txt|json)(?:\.gz)?)"`)
		for _, m := range public.FindAllStringSubmatch(tests, -1) {
			if !strings.Contains(section, "`"+m[1]+"`") {
				t.Errorf("the section of %q does not name %s", folder, m[1])
			}
		}
	}
	if len(sections) != len(packages) {
		t.Errorf("%d sections of %d packages", len(sections), len(packages))
	}
}

// TestCheckedCountsTheCasesOfProgrammes counts those of testdata: what stays earn, and the tier on a date.
func TestCheckedCountsTheCasesOfProgrammes(t *testing.T) {
	files, err := filepath.Glob("../loyalty/testdata/*.cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var programmes, cases [2]int
	for _, file := range files {
		var list []json.RawMessage
		if err := json.Unmarshal([]byte(read(t, file)), &list); err != nil {
			t.Fatal(file, err)
		}
		kind := 0
		if strings.HasSuffix(file, ".earn.cases.json") {
			kind = 1
		}
		programmes[kind]++
		cases[kind] += len(list)
	}
	for kind := range cases {
		if want := fmt.Sprintf("| %d programmes | %d cases:", programmes[kind], cases[kind]); !strings.Contains(read(t, "checked.md"), want) {
			t.Errorf("checked.md does not say %s", want)
		}
	}
}
