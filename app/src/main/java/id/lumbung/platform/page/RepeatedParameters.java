package id.lumbung.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a request in which something stands twice that is asked for once. Which of two counts would be known to the
 * program alone: a proxy, a log or whoever checks the request first may have looked at the other.
 */
@Component
class RepeatedParameters implements HandlerInterceptor, WebMvcConfigurer {
    private final Map<Method, Once> known = new ConcurrentHashMap<>();

    /** What a method of a controller takes once: these, or all that comes. */
    private record Once(boolean all, Set<String> names) {
        boolean holds(String name) {
            return all || names.contains(name);
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws ServletRequestBindingException {
        if (handler instanceof HandlerMethod method) {
            Once once = known.computeIfAbsent(method.getMethod(), ignored -> of(method));
            for (Map.Entry<String, String[]> sent : request.getParameterMap().entrySet()) {
                if (sent.getValue().length > 1 && once.holds(sent.getKey())) {
                    throw new ServletRequestBindingException("a parameter stands there twice");
                }
            }
        }
        return true;
    }

    private static Once of(HandlerMethod method) {
        MethodParameter[] asked = method.getMethodParameters();
        return new Once(
                Arrays.stream(asked).anyMatch(RepeatedParameters::takesAllOnce),
                Arrays.stream(asked)
                        .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                        .filter(parameter -> !isMany(parameter.getParameterType()))
                        .map(RepeatedParameters::nameOf)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean takesAllOnce(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestParam.class)
                && Map.class.isAssignableFrom(parameter.getParameterType())
                && !MultiValueMap.class.isAssignableFrom(parameter.getParameterType());
    }

    private static boolean isMany(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }

    private static String nameOf(MethodParameter parameter) {
        String written = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class))
                .name();
        return written.isEmpty() ? String.valueOf(parameter.getParameterName()) : written;
    }
}
