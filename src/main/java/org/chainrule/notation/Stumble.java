package org.chainrule.notation;

import org.chainrule.notation.Parsed.Reason;
import org.chainrule.notation.Parsed.Wrong;

/** The way out of a text that is no number; it does not leave this room. */
final class Stumble extends RuntimeException {
    private final transient Wrong wrong;

    Stumble(Reason reason, String near) {
        super(reason.name(), null, false, false);
        wrong = new Wrong(reason, near);
    }

    Wrong wrong() {
        return wrong;
    }

    /** A text that is read from left to right; blanks between its signs do not count. */
    static final class Source {
        private final String text;
        private int at;

        Source(String text) {
            this.text = text;
        }

        /** The next sign that is no blank; NUL at the end. */
        char peek() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            return here();
        }

        /** The very next sign, a blank too; NUL at the end. */
        char here() {
            return at < text.length() ? text.charAt(at) : '\0';
        }

        /** The sign after the very next one. */
        char ahead() {
            return at + 1 < text.length() ? text.charAt(at + 1) : '\0';
        }

        char take() {
            return text.charAt(at++);
        }

        void expect(char c) {
            if (peek() != c) {
                throw stumble();
            }
            at++;
        }

        /** Takes the digits that come next. */
        String digits() {
            int start = at;
            while (here() >= '0' && here() <= '9') {
                at++;
            }
            return text.substring(start, at);
        }

        /** Whether nothing but blanks is left. */
        boolean isRead() {
            peek();
            return at == text.length();
        }

        void end() {
            if (!isRead()) {
                throw stumble();
            }
        }

        Stumble stumble() {
            return at < text.length()
                    ? new Stumble(
                            Reason.UNEXPECTED, new String(Character.toChars(text.codePointAt(at))))
                    : new Stumble(Reason.UNFINISHED, "");
        }
    }
}
