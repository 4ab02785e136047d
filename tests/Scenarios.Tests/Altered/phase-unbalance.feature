Feature: phase unbalance, altered

  Background:
    Given a meter with:
    | name    | value |
    | profile | money |
    And the meter holds 500.00 in currency
    And a phase unbalance limit token of 2000 W

  Scenario: Altered 1
    When the customer keys in the token
    Then the meter accepts it
    When the load draws 3000 W, 0 W and 0 W on its phases from now on
    And 11 seconds pass
    Then the load switch is closed

  Scenario: Altered 2
    When the customer keys in the token
    And the mains fails
    And the load draws 3000 W, 0 W and 0 W on its phases from now on
    And 11 seconds pass
    Then the load switch is open

  Scenario: Altered 3
    When the customer keys in the token
    And the mains fails
    And the mains returns
    And the load draws 3000 W, 0 W and 0 W on its phases from now on
    And 11 seconds pass
    Then the load switch is closed
