#!/usr/bin/env bash
# Cuts the embedded fonts out of Roboto (Apache-2.0). Needs Debian's fonts-roboto-unhinted and python3-fonttools.
# The result is committed; run this again only to change the character set, then renew the golden pictures.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source_dir="${ROBOTO_DIR:-/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF}"
python="${PYTHON:-/usr/bin/python3}"
target="$here/../../src/Chartcast.Drawing/Fonts/Embedded"

# Basic Latin, Latin-1, Latin Extended-A, Greek, Cyrillic, dashes, quotes, bullet, ellipsis, currency, minus, arrows, shapes.
characters="U+0020-007E,U+00A0-017F,U+0370-03FF,U+0400-045F,U+0490-0491,U+2010-2015,U+2018-201E,U+2020-2022,U+2026"
characters+=",U+2030,U+2039,U+203A,U+20A0-20BF,U+2122,U+2190-2193,U+2206,U+2211,U+2212,U+221A,U+221E,U+2248,U+2260"
characters+=",U+2264,U+2265,U+25A0,U+25B2,U+25BC,U+25CA,U+25CF"

mkdir -p "$target"
for face in Regular Medium; do
  "$python" -m fontTools.subset "$source_dir/Roboto-$face.ttf" \
    --unicodes="$characters" --output-file="$target/Roboto-$face.ttf" \
    --layout-features= --no-hinting --desubroutinize --notdef-outline --name-IDs=0,1,2,13,14 \
    --drop-tables+=GPOS,GSUB,GDEF,kern,hdmx,VDMX,LTSH,gasp,DSIG,FFTM,prep,fpgm,cvt
done
ls -l "$target"
