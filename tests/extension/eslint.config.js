import noUnsanitized from "eslint-plugin-no-unsanitized";
import globals from "globals";

const rules = {
  ...noUnsanitized.configs.recommended.rules,
  "no-undef": "error",
  "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
  "no-eval": "error",
  "no-implied-eval": "error",
  eqeqeq: "error",
  "prefer-const": "error",
};
const plugins = { "no-unsanitized": noUnsanitized };

export default [
  { ignores: ["node_modules/**"] },
  {
    files: ["**/extension/**/*.js", "**/*.mjs"],
    plugins,
    rules,
    languageOptions: { ecmaVersion: 2025, sourceType: "module", globals: { ...globals.browser, ...globals.webextensions, earmark: "writable" } },
  },
];
