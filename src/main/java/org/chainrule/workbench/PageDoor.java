package org.chainrule.workbench;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.mvc.ServletForwardingController;

/**
 * Lets to Flow only who reads a page or a file that there is, and Flow's own messages; what else
 * would open a page that is blank, or another's.
 */
class PageDoor implements HandlerInterceptor {
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final String ALLOWED = "GET, HEAD, OPTIONS";

    /** What makes a request a message of Flow's own. */
    private static final Pattern MESSAGE = Pattern.compile("&v-r=[^&]");

    /** The number of the page that a message is for, where it is none. */
    private static final Pattern NO_NUMBER = Pattern.compile("&v-uiId=(?![0-9]{1,9}&)");

    /** Before every handler, of which one forwards to Flow. */
    @Configuration(proxyBeanMethods = false)
    static class Registration {
        @Bean
        MappedInterceptor pageDoor() {
            return new MappedInterceptor(null, new PageDoor());
        }
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String path = request.getServletPath();
        if (!(handler instanceof ServletForwardingController) || path.startsWith("/VAADIN/")) {
            return true;
        }
        if (path.equals("/") && has(request, MESSAGE)) {
            return !has(request, NO_NUMBER) || refuse(response, HttpServletResponse.SC_BAD_REQUEST);
        }
        if (!isPage(path, request.getServletContext()) && !isFile(path)) {
            return refuse(response, HttpServletResponse.SC_NOT_FOUND);
        }
        if (METHODS.contains(request.getMethod())) {
            return true;
        }
        response.setHeader(HttpHeaders.ALLOW, ALLOWED);
        if (!request.getMethod().equals("OPTIONS")) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
        return false;
    }

    /** Always false: the request goes no further. */
    private static boolean refuse(HttpServletResponse response, int status) throws IOException {
        response.sendError(status);
        return false;
    }

    /** Whether a part of the query matches. The body may be a form, and stays unread. */
    private static boolean has(HttpServletRequest request, Pattern part) {
        String query = request.getQueryString();
        return query != null && part.matcher("&" + query + "&").find();
    }

    private static boolean isPage(String path, ServletContext context) {
        ApplicationRouteRegistry routes =
                ApplicationRouteRegistry.getInstance(new VaadinServletContext(context));
        return RouteConfiguration.forRegistry(routes).getRoute(path.substring(1)).isPresent();
    }

    /** Whether {@code path} is a file that everybody may read, and no folder of such. */
    private static boolean isFile(String path) {
        return new ClassPathResource("META-INF/resources" + path).isReadable();
    }
}
