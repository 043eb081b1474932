#!/usr/bin/env python3
"""Turn the line drawings in lines/ into filled outlines beside this script.

The toolkit draws strokes in pixels whatever the size of the picture, so that a
large arrow would be a hairline; outlines grow with the picture.
"""
import pathlib
import xml.etree.ElementTree as xml

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import PathBuilder, parse_path
from shapely.geometry import LineString, Polygon
from shapely.geometry.polygon import orient
from shapely.ops import unary_union

CURVE_STEPS = 16
HERE = pathlib.Path(__file__).parent
HEAD = ('<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
        '<path fill="currentColor" d="{}"/></svg>\n')


class Lines(BasePen):
    """Collects a path as polylines."""

    def __init__(self):
        super().__init__()
        self.found = []

    def _moveTo(self, p):
        self.found.append([p])

    def _lineTo(self, p):
        self.found[-1].append(p)

    def _curveToOne(self, b, c, d):
        a = self.found[-1][-1]
        for i in range(1, CURVE_STEPS + 1):
            t = i / CURVE_STEPS
            u = 1 - t
            self.found[-1].append(tuple(
                u**3 * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t**3 * d[k] for k in (0, 1)))

    def _closePath(self):
        self.found[-1].append(self.found[-1][0])


def polylines(element):
    builder = PathBuilder()
    builder.add_path_from_element(element)
    pen = Lines()
    for path in builder.paths:
        parse_path(path, pen)
    return [line for line in pen.found if len(line) > 1]


def outline(source):
    root = xml.parse(source).getroot()
    width = float(root.get("stroke-width"))
    cap = 1 if root.get("stroke-linecap") == "round" else 2
    shapes = []
    for element in root:
        for line in polylines(element):
            if element.get("fill") == "currentColor":
                shapes.append(Polygon(line))
            if element.get("stroke") != "none":
                shapes.append(LineString(line).buffer(width / 2, cap_style=cap, join_style=cap))
    merged = unary_union(shapes).simplify(0.01)
    return merged.geoms if hasattr(merged, "geoms") else [merged]


def path(polygons):
    rings = []
    for polygon in map(orient, polygons):
        for ring in [polygon.exterior, *polygon.interiors]:
            points = " ".join(f"{x:.2f} {y:.2f}" for x, y in ring.coords[:-1])
            rings.append(f"M{points}Z")
    return "".join(rings)


for drawing in sorted((HERE / "lines").glob("*.svg")):
    (HERE / drawing.name).write_text(HEAD.format(path(outline(drawing))))
