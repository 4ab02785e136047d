Feature: times, altered

  Scenario Outline: Altered 1
    Given a meter with:
      | name    | value      |
      | profile | landis-gyr |
    And the two key change codes to key revision 2 on base date 2014
    When the customer keys in code 1
    And 80 seconds pass
    And the mains fails
    And the mains returns
    And <pause> seconds pass
    And <pause> seconds pass
    And the customer keys in code 2
    Then the key revision is <revision>

    Examples:
      | pause | revision |
      | 80    | 2        |
      | 100   | 1        |
