// Office PCs end at Chrome 87–109: below Chrome 99 a browser drops everything inside @layer, so the layers are unfolded.
export default {
  plugins: {
    "@tailwindcss/postcss": {},
    "@csstools/postcss-cascade-layers": {},
  },
};
