package org.chainrule;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The application: one page, one HTTP face, no database. */
@SpringBootApplication
@StyleSheet("context://fonts.css")
@Viewport("width=device-width, initial-scale=1")
public class Application implements AppShellConfigurator {
    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "favicon.svg", "any");
        settings.addMetaTag(
                "description", "Backpropagation you can do by hand, with every number live.");
        settings.addMetaTag("color-scheme", "light dark");
        property(settings, "og:title", "Chainrule");
        property(settings, "og:type", "website");
        property(
                settings,
                "og:description",
                "Backpropagation you can do by hand, with every number live.");
        property(settings, "og:image", absolute(settings, "preview.png"));
    }

    /** Chat programs fetch a preview's picture by its whole address only. */
    private static String absolute(AppShellSettings settings, String file) {
        return ServletUriComponentsBuilder.fromContextPath(
                        ((VaadinServletRequest) settings.getRequest()).getHttpServletRequest())
                .pathSegment(file)
                .toUriString();
    }

    private static void property(AppShellSettings settings, String name, String content) {
        settings.addMetaTag(name, content);
    }
}
