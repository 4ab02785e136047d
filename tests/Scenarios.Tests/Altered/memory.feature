Feature: memory, altered

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  Scenario: Altered 1
    Given a 25.6 kWh credit token
    When the customer keys in the token and the mains fails while the meter stores it
    And the mains returns
    Then the meter holds 10.0 kWh
    Then the meter accepts it
    And the meter holds 35.6 kWh

  Scenario: Altered 2
    Given the two key change codes to key revision 2 on base date 2014
    And a 25.6 kWh credit token
    When the customer keys in code 1
    And the customer keys in code 2 and the mains fails while the meter stores it
    And the mains returns
    Then the key revision is 1
    And the meter holds 10.0 kWh
    When the customer keys in the token
    Then the meter accepts it
    And the meter holds 45.6 kWh

  Scenario: Altered 3
    Given the two key change codes to key revision 2 on base date 2014
    When the customer keys in code 1
    And the customer keys in code 2 and the mains fails while the meter stores it
    And the mains returns
    And the customer keys in code 1
    And the customer keys in code 2
    And the customer keys in code 2
    Then the meter accepts it
    And the key revision is 2
    And the meter holds 10.0 kWh

  Scenario: Altered 4
    Given a meter with:
      | name    | value |
      | profile | clou  |
    When the mains fails
    And both copies of the memory are spoilt
    And both copies of the memory are spoilt
    And the mains returns
    Then the display reads:
      """
      Err 1
      """
