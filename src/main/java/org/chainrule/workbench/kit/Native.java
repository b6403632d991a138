package org.chainrule.workbench.kit;

import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.BaseJsonNode;

/** Native HTML elements. */
public final class Native {
    private Native() {}

    public static Element of(String tag, String classes, Element... children) {
        Element element = new Element(tag);
        if (!classes.isEmpty()) {
            element.setAttribute("class", classes);
        }
        element.appendChild(children);
        return element;
    }

    public static Element text(String tag, String text) {
        Element element = new Element(tag);
        element.setText(text);
        return element;
    }

    /** Sets a text; one that stands there already is not sent again. */
    public static void setText(Element element, String text) {
        if (!text.equals(element.getText())) {
            element.setText(text);
        }
    }

    /**
     * Sets an attribute, or removes it where {@code value} is null; what stands already is not sent
     * again.
     */
    public static void setAttribute(Element element, String name, @Nullable String value) {
        if (value == null) {
            element.removeAttribute(name);
        } else if (!value.equals(element.getAttribute(name))) {
            element.setAttribute(name, value);
        }
    }

    /** Sets what is inside; what stands already is not sent again (Flow would). */
    public static void setHtml(Element element, String html) {
        if (!html.equals(element.getProperty("innerHTML"))) {
            element.setProperty("innerHTML", html);
        }
    }

    /** Sets a property of a component of ours; what stands already is not sent again. */
    public static void setBean(Element element, String name, Object bean) {
        BaseJsonNode json = JacksonUtils.beanToJson(bean);
        if (!json.equals(element.getPropertyRaw(name))) {
            element.setPropertyJson(name, json);
        }
    }

    public static void setEnabled(Element button, boolean enabled) {
        setAttribute(button, "disabled", enabled ? null : "");
    }

    public static Element button(String classes, Runnable pressed) {
        Element button = of("button", classes);
        button.setAttribute("type", "button");
        button.addEventListener("click", _ -> pressed.run());
        return button;
    }

    /** A button that asks for a text to copy. */
    public static Element copyButton(String classes, Runnable pressed) {
        Element button = button(classes, pressed);
        button.setAttribute("data-copies", true);
        return button;
    }

    public record Option(String value, String text) {}

    /** Puts these options into {@code select}, with {@code chosen} chosen. */
    public static void options(Element select, List<Option> options, String chosen) {
        String key = options + "/" + chosen;
        if (key.equals(select.getAttribute("data-key"))) {
            return;
        }
        select.setAttribute("data-key", key);
        select.removeAllChildren();
        for (Option option : options) {
            Element child = text("option", option.text());
            child.setAttribute("value", option.value());
            if (option.value().equals(chosen)) {
                child.setAttribute("selected", true);
            }
            select.appendChild(child);
        }
        select.setProperty("value", chosen);
    }

    public static Element select(Consumer<String> chosen) {
        Element select = new Element("select");
        select.addEventListener(
                        "change",
                        event -> {
                            String value = event.getEventData().get("element.value").asString();
                            select.setProperty("value", value);
                            chosen.accept(value);
                        })
                .addEventData("element.value");
        return select;
    }
}
