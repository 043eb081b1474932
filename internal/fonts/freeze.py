#!/usr/bin/env python3
"""Subset an Inter font file and make tabular figures its ordinary figures.

usage: freeze.py Inter-Regular.woff2 Inter-Regular.ttf
"""
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

FIGURES = range(ord("0"), ord("9") + 1)
LATIN = list(range(0x20, 0x7F)) + list(range(0xA0, 0x180))
SIGNS = [ord(c) for c in "ˆ˜–—‘’‚“”„†‡•…‰′″‹›⁄€™←↑→↓↔−×÷±≈≠≤≥■□▲△▶▼◀●○★☆✓"]


def tabular(font):
    """The substitutions of the tnum feature."""
    gsub = font["GSUB"].table
    swaps = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for table in gsub.LookupList.Lookup[index].SubTable:
                swaps.update(getattr(getattr(table, "ExtSubTable", table), "mapping", {}))
    return swaps


def main(source, target):
    font = TTFont(source)
    swaps = tabular(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code in FIGURES:  # figures only: tnum would widen the hyphen too
                table.cmap[code] = swaps.get(table.cmap[code], table.cmap[code])
    options = subset.Options(
        layout_features=["kern", "mark", "mkmk", "ccmp", "locl"],
        name_IDs=["*"], name_languages=["*"], notdef_outline=True, hinting=False)
    cut = subset.Subsetter(options)
    cut.populate(unicodes=LATIN + SIGNS)
    cut.subset(font)
    font.flavor = None
    font.save(target)
    missing = [chr(c) for c in SIGNS if c not in font.getBestCmap()]
    print(target, "without", "".join(missing) or "nothing")


if __name__ == "__main__":
    main(*sys.argv[1:3])
