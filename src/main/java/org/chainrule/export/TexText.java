package org.chainrule.export;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Any Unicode text as LaTeX in ASCII, so that every engine compiles it: pdfLaTeX, LuaLaTeX,
 * XeLaTeX.
 *
 * <p>What LaTeX's own fonts do not have is spelt by its number: {@code U+65E5}.
 */
final class TexText {
    private static final Map<Integer, String> SIGNS = new HashMap<>();
    private static final Map<Integer, String> ACCENTS =
            Map.ofEntries(
                    Map.entry(0x300, "`"),
                    Map.entry(0x301, "'"),
                    Map.entry(0x302, "^"),
                    Map.entry(0x303, "~"),
                    Map.entry(0x304, "="),
                    Map.entry(0x306, "u"),
                    Map.entry(0x307, "."),
                    Map.entry(0x308, "\""),
                    Map.entry(0x30A, "r"),
                    Map.entry(0x30B, "H"),
                    Map.entry(0x30C, "v"),
                    Map.entry(0x327, "c"));

    static {
        put(
                """
                \\ \\textbackslash{} { \\{ } \\} $ \\$ & \\& # \\# % \\% _ \\_ ^ \\textasciicircum{}
                ~ \\textasciitilde{} < \\textless{} > \\textgreater{} | \\textbar{} " \\char34{}
                ß \\ss{} æ \\ae{} Æ \\AE{} œ \\oe{} Œ \\OE{} ø \\o{} Ø \\O{} ł \\l{} Ł \\L{} ı \\i{}
                ‘ ` ’ ' “ `` ” '' „ ,, ‚ , – -- — --- … \\dots{} § \\S{} ¶ \\P{} © \\copyright{}
                ¡ !` ¿ ?` • \\textbullet{} · $\\cdot$ × $\\times$ ÷ $\\div$ ± $\\pm$ ¬ $\\neg$
                ° $^\\circ$ ¹ $^1$ ² $^2$ ³ $^3$ − $-$ ∂ $\\partial$ ∑ $\\sum$ ∏ $\\prod$ ∫ $\\int$
                √ $\\surd$ ∞ $\\infty$ ∇ $\\nabla$ ≈ $\\approx$ ≠ $\\neq$ ≤ $\\leq$ ≥ $\\geq$
                ∈ $\\in$ → $\\to$ ← $\\leftarrow$ ↔ $\\leftrightarrow$ ⇒ $\\Rightarrow$ ′ $'$
                α $\\alpha$ β $\\beta$ γ $\\gamma$ δ $\\delta$ ε $\\varepsilon$ ζ $\\zeta$ η $\\eta$
                θ $\\theta$ ι $\\iota$ κ $\\kappa$ λ $\\lambda$ μ $\\mu$ µ $\\mu$ ν $\\nu$ ξ $\\xi$
                π $\\pi$ ρ $\\rho$ σ $\\sigma$ τ $\\tau$ υ $\\upsilon$ φ $\\varphi$ χ $\\chi$
                ψ $\\psi$ ω $\\omega$ Γ $\\Gamma$ Δ $\\Delta$ Θ $\\Theta$ Λ $\\Lambda$ Ξ $\\Xi$
                Π $\\Pi$ Σ $\\Sigma$ Φ $\\Phi$ Ψ $\\Psi$ Ω $\\Omega$
                """);
        for (int digit = 0; digit <= 9; digit++) {
            SIGNS.put('₀' + digit, "$_" + digit + "$");
        }
    }

    private TexText() {}

    private static void put(String pairs) {
        String[] parts = pairs.strip().split("\\s+", -1);
        for (int i = 0; i < parts.length; i += 2) {
            SIGNS.put(parts[i].codePointAt(0), parts[i + 1]);
        }
    }

    static String of(String text) {
        StringBuilder tex = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .forEach(c -> tex.append(of(c)));
        return tex.toString();
    }

    private static String of(int c) {
        String sign = SIGNS.get(c);
        if (sign != null) {
            return sign;
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return " ";
        }
        if (c > 0x20 && c < 0x7F) {
            return Character.toString(c);
        }
        return Character.getType(c) == Character.CONTROL ? "" : accented(c);
    }

    private static String accented(int c) {
        String parts =
                Character.getType(c) == Character.SURROGATE
                        ? ""
                        : Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        String accent = parts.length() == 2 ? ACCENTS.get((int) parts.charAt(1)) : null;
        if (accent != null && parts.charAt(0) < 0x7F && Character.isLetter(parts.charAt(0))) {
            String letter =
                    parts.startsWith("i") && !accent.equals("c") ? "\\i" : parts.substring(0, 1);
            return "\\" + accent + "{" + letter + "}";
        }
        return "U+%04X ".formatted(c);
    }
}
