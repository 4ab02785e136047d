Feature: choices, altered

  Scenario: Altered 1
    Given a meter with:
      | name    | value  |
      | profile | conlog |
    And the two key change codes to key revision 2 on base date 2014
    When the customer keys in code 2
    Then the meter accepts it
    When the customer keys in code 1
    Then the meter asks for the other code
    When the customer keys in code 2
    Then the meter accepts it
    And the key revision is 2

  Scenario: Altered 2
    Given a meter with:
      | name    | value  |
      | profile | conlog |
    And the two key change codes to key revision 2 on base date 2014
    When the customer keys in code 2
    Then the meter refuses it
    When the customer keys in code 1
    Then the meter asks for the other code
    When the customer keys in code 2
    Then the meter refuses it
    And the key revision is 2

  Scenario: Altered 3
    Given a meter with:
      | name    | value |
      | profile | clou  |
    And the two key change codes to key revision 2 on base date 2014
    When the customer keys in code 3
    Then the display shows "PLS_1St"
