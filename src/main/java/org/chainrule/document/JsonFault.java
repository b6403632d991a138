package org.chainrule.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.chainrule.document.Fault.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;

/**
 * The first place at which a text is not JSON, and why, in words of our own. It is looked for only
 * in texts that the parser has refused.
 */
final class JsonFault {
    /** What may come next. */
    private enum Next {
        VALUE,
        VALUE_OR_END,
        KEY,
        KEY_OR_END,
        COLON,
        COMMA_OR_END
    }

    /**
     * A list or an object that is not closed yet.
     *
     * @param keys an object's keys so far; null in a list
     */
    private record Open(@Nullable Set<String> keys) {
        private char end() {
            return keys == null ? ']' : '}';
        }
    }

    private final JsonScan text;
    private final Deque<Open> open = new ArrayDeque<>();
    private Next next = Next.VALUE;
    private int comma = -1;

    private JsonFault(String text) {
        this.text = new JsonScan(text);
    }

    /**
     * Why {@code text} is not JSON.
     *
     * @param met where the parser stopped
     */
    static Fault of(String text, @Nullable TokenStreamLocation met) {
        JsonFault fault = new JsonFault(text);
        while (!fault.done()) {
            Fault found = fault.step();
            if (found != null) {
                return found;
            }
        }
        int line = met == null ? 1 : met.getLineNr();
        int column = met == null ? 1 : met.getColumnNr();
        return Fault.of(Reason.NOT_JSON, line, column);
    }

    /** A fault with the line and the column of a place in a text, both from 1, and more to say. */
    static Fault at(String text, int place, Reason reason, Object... values) {
        return new JsonScan(text).fault(place, reason, values);
    }

    private boolean done() {
        text.skipBlanks();
        return text.ended() && open.isEmpty() && next == Next.COMMA_OR_END;
    }

    private @Nullable Fault step() {
        if (text.ended()) {
            return text.fault(Reason.NOT_JSON_ENDS);
        }
        if (text.atComment()) {
            return text.fault(Reason.NOT_JSON_COMMENT);
        }
        return switch (next) {
            case VALUE, VALUE_OR_END -> value(text.peek());
            case KEY, KEY_OR_END -> key(text.peek());
            case COLON -> colon();
            case COMMA_OR_END -> after(text.peek());
        };
    }

    private @Nullable Fault value(char c) {
        return switch (c) {
            case '[' -> open(new Open(null), Next.VALUE_OR_END);
            case '{' -> open(new Open(new HashSet<>()), Next.KEY_OR_END);
            case ']', '}', ',' -> noValue(c);
            default -> {
                next = Next.COMMA_OR_END;
                yield c == '"' ? text.string(null) : text.word();
            }
        };
    }

    private @Nullable Fault open(Open container, Next then) {
        if (open.size() == JsonText.DEEPEST) {
            return text.fault(Reason.NOT_JSON_DEEP, JsonText.DEEPEST);
        }
        open.push(container);
        next = then;
        comma = -1;
        text.pass();
        return null;
    }

    private @Nullable Fault noValue(char c) {
        if (next == Next.VALUE_OR_END && c == ']') {
            return close();
        }
        return c != ',' && comma >= 0
                ? text.fault(comma, Reason.NOT_JSON_COMMA_LEFT)
                : text.fault(Reason.NOT_JSON_VALUE);
    }

    private @Nullable Fault close() {
        open.pop();
        next = Next.COMMA_OR_END;
        text.pass();
        return null;
    }

    private @Nullable Fault key(char c) {
        if (c == '"') {
            return quotedKey();
        }
        if (c == '}') {
            return next == Next.KEY_OR_END
                    ? close()
                    : text.fault(comma, Reason.NOT_JSON_COMMA_LEFT);
        }
        return text.bareKey();
    }

    private @Nullable Fault quotedKey() {
        int place = text.place();
        StringBuilder key = new StringBuilder();
        Fault broken = text.string(key);
        Set<String> keys = open.element().keys();
        next = Next.COLON;
        return broken != null || keys == null || keys.add(key.toString())
                ? broken
                : text.fault(place, Reason.NOT_JSON_TWICE, Fault.shortened(key.toString()));
    }

    private @Nullable Fault colon() {
        if (text.peek() != ':') {
            return text.fault(Reason.NOT_JSON_COLON);
        }
        next = Next.VALUE;
        comma = -1;
        text.pass();
        return null;
    }

    private @Nullable Fault after(char c) {
        if (open.isEmpty()) {
            return text.fault(Reason.NOT_JSON_MORE);
        }
        char end = open.element().end();
        if (c == end) {
            return close();
        }
        if (c == ',') {
            comma = text.place();
            next = end == ']' ? Next.VALUE : Next.KEY;
            text.pass();
            return null;
        }
        if (c == ']' || c == '}') {
            return text.fault(Reason.NOT_JSON_BRACKET, c, end);
        }
        return text.atValue()
                ? text.fault(Reason.NOT_JSON_COMMA)
                : text.fault(Reason.NOT_JSON_HERE, text.character());
    }
}
