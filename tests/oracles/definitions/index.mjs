// The oracle "definitions": every study straight from its published definition, with the inputs and plot names of the
// exact form. Values stay at the bar they are computed at; shifts only move the drawing.
import averages from './averages.mjs';
import bands from './bands.mjs';
import extras from './extras.mjs';
import levels from './levels.mjs';
import moon from './moon.mjs';
import momentum from './momentum.mjs';
import strength from './strength.mjs';
import volume from './volume.mjs';

export const definitions = { ...averages, ...bands, ...extras, ...levels, ...momentum, ...moon, ...strength, ...volume };
