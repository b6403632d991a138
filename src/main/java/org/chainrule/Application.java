package org.chainrule;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import org.chainrule.runs.TrainingThreads;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The application: one page, one HTTP face, no database. */
@SpringBootApplication
@StyleSheet("context://fonts.css")
@Viewport("width=device-width, initial-scale=1")
public class Application implements AppShellConfigurator {
    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }

    /** They end with the application. */
    @Bean
    TrainingThreads trainingThreads() {
        return new TrainingThreads();
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "favicon.svg", "any");
        settings.addMetaTag(
                "description", "Backpropagation you can do by hand, with every number live.");
        settings.addMetaTag("color-scheme", "light dark");
    }
}
