package org.chainrule.workbench.kit;

import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/**
 * What an element of the page was last sent. When it changes, only what differs travels: a property
 * would be sent whole, and kept as a tree.
 *
 * @param <T> HTML, or the bean that the property is read as
 */
public final class Sent<T> {
    private static final String HTML = "innerHTML";

    /** A change that leaves less than this share as it was is sent as a whole. */
    private static final double WORTH = 0.7;

    private final Element element;
    private final String property;
    private byte @Nullable [] text;

    private Sent(Element element, String property) {
        this.element = element;
        this.property = property;
        element.addAttachListener(_ -> resend());
    }

    /** What is inside {@code element}. */
    public static Sent<CharSequence> html(Element element) {
        return new Sent<>(element, HTML);
    }

    /** A property of a component of ours. */
    public static <T> Sent<T> bean(Element element, String property) {
        return new Sent<>(element, property);
    }

    /** Shows HTML, or a bean; what the page has already is not sent again. */
    public void show(T content) {
        String after = content instanceof CharSequence html ? html.toString() : json(content);
        byte[] known = text;
        byte[] bytes = after.getBytes(StandardCharsets.UTF_8);
        if (known != null && java.util.Arrays.equals(known, bytes)) {
            return;
        }
        text = bytes;
        if (!element.getNode().isAttached()) {
            return;
        }
        List<Difference.Replacement> replacements =
                known == null ? List.of() : Difference.between(text(known), after);
        if (known == null || isLong(replacements, after)) {
            send(after);
        } else {
            send(replacements);
        }
    }

    /** The text as it stands on the page, or is going to once the element does. */
    public String text() {
        return text == null ? "" : text(text);
    }

    /** The page makes an element anew that is attached again. */
    private void resend() {
        if (text != null) {
            send(text(text));
        }
    }

    private void send(String whole) {
        element.executeJs("chainrule.show(this,$0,$1)", property, whole);
    }

    private void send(List<Difference.Replacement> replacements) {
        ArrayNode news = JacksonUtils.createArrayNode();
        int at = 0;
        for (Difference.Replacement replacement : replacements) {
            news.add(replacement.start() - at);
            news.add(replacement.end() - replacement.start());
            news.add(replacement.text());
            at = replacement.end();
        }
        element.executeJs("chainrule.show(this,$0,$1)", property, news);
    }

    private static boolean isLong(List<Difference.Replacement> replacements, String whole) {
        long length = replacements.stream().mapToLong(r -> r.text().length() + 8L).sum();
        return length > WORTH * whole.length();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String json(Object bean) {
        return JacksonUtils.getMapper().writeValueAsString(bean);
    }
}
